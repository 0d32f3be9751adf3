/** What is read anew once a milestone, its plan or a notice about it has changed. */
export const milestoneReadings = ['/api/measures', '/api/units', '/api/today', '/api/lights', '/api/notices', '/api/ledger'];
