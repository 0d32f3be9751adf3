import type { Language } from '../../../kernel/i18n/said.ts';
import type { ComplaintRow } from '../complaints/contract.ts';
import { complaintText } from './complaint-text.ts';

/** A worker's complaints, each with the way to what became of it. */
export const ComplaintList = ({ complaints, language }: { complaints: readonly ComplaintRow[]; language: Language }) => (
  <ul class="ways">
    {complaints.map((complaint) => (
      <li key={complaint.id}>
        <a href={`/gigs/complaints/${complaint.id}`}>{complaintText(complaint, language)}</a>
      </li>
    ))}
  </ul>
);
