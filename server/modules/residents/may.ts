import { allow } from '../../kernel/actor/permission.ts';

/** 窗口：who meets people at a counter. A person is the city's, not a town's, so that whoever they come to can help. */
export const mayServe = allow({
  'programme-office': 'district',
  'street-officer': 'district',
  specialist: 'district',
  'station-officer': 'district',
});

export const mayBeOneself = allow({ resident: 'own-person' });
