import { type Asker, here } from './city.ts';

/** For each command or query about one record: an input about a record that lies `here`. */
export const samples: Readonly<Record<string, (office: Asker, liaison: Asker) => Promise<Record<string, string | number>>>> = {
  'records.get-record': async (office) => ({ record: await familyRecord(office) }),
  'records.reverse-record': async (office) => ({ record: await familyRecord(office), why: '录入有误' }),
  'consultation.consultation': async (office) => ({ consultation: await consultationHere(office) }),
  'consultation.answer-no-comment': async (office) => ({ consultation: await consultationHere(office), unit: here.unit }),
  'consultation.send-opinion': async (office) => ({ consultation: await consultationHere(office), ...remark }),
  'consultation.respond-to-decision': async (office, liaison) => {
    const { body } = await liaison.ask('POST', `/api/consultations/${await consultationHere(office)}/opinions`, remark);
    return { opinion: String(body.opinion), revision: 1, response: 'accepted', why: '' };
  },
  'records.end-record': async (office) => ({ record: await familyRecord(office), day: '2025-06-30', why: '录入有误' }),
};

/** A consultation that asks the unit here, made by the office. */
async function consultationHere(office: Asker): Promise<string> {
  const text = '云澜区零工服务若干措施\n一、主要任务\n1.建好零工驿站。建成零工驿站60个。\n牵头单位：区人力社保局\n';
  const made = await office.ask('POST', '/api/consultations', { title: '零工服务若干措施', text });
  const consultation = String(made.body.consultation);
  const dueOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const open = { version: 1, units: [here.unit], isPublic: false, dueOn };
  const opened = await office.ask('POST', `/api/consultations/${consultation}/open`, open);
  if (opened.status !== 200) throw new Error(`a consultation could not be opened: ${made.text} ${opened.text}`);
  return consultation;
}

const remark = { unit: here.unit, version: 1, kind: 'remark', why: '同意，请尽快印发。' };

let serial = 0;
async function familyRecord(office: Asker): Promise<string> {
  serial += 1;
  const row = {
    name: '测试',
    phone: `1380000${String(serial).padStart(4, '0')}`,
    service: 'outing',
    servedOn: '2025-06-01',
    area: here.village,
  };
  const { status, body, text } = await office.ask('POST', '/api/records/family', { row });
  if (status !== 200) throw new Error(`a record could not be made: ${text}`);
  return String(body.id);
}
