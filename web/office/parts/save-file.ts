/** Offers rows as a CSV file. UTF-8 with its mark, so that spreadsheets open it; nothing that a spreadsheet would run as a formula. */
export function saveCsv(name: string, header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void {
  const lines = [header, ...rows].map((row) => row.map(cell).join(','));
  saveBlob(`${name}.csv`, new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' }));
}

export function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
