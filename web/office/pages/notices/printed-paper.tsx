import type { NoticePaper } from '../../../../server/modules/supervision/contract.ts';
import { useWords } from '../../../shared/words/index.ts';

/** What comes out of the printer: the same paper as the .docx, and nothing else of the page. */
export function PrintedPaper({ paper: { html } }: { paper: NoticePaper }) {
  const { say, language } = useWords();
  return (
    <div
      className="only-print"
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      // reason: made by the server's own rendering (kernel/document/html.tsx), which escapes every text
      dangerouslySetInnerHTML={{ __html: say(html) }}
    />
  );
}
