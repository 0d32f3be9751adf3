import { type Asker, here } from './city.ts';

/** For each command or query about one record: an input about a record that lies `here`. */
export const samples: Readonly<Record<string, (office: Asker) => Promise<Record<string, string>>>> = {
  'records.get-record': async (office) => ({ record: await familyRecord(office) }),
  'records.reverse-record': async (office) => ({ record: await familyRecord(office), why: '录入有误' }),
  'records.end-record': async (office) => ({ record: await familyRecord(office), day: '2025-06-30', why: '录入有误' }),
};

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
