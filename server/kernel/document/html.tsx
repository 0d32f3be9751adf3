import { renderToString } from 'preact-render-to-string';
import type { Language } from '../i18n/said.ts';
import { writeDay } from '../page/written.ts';
import { ChartSvg, MapSvg } from './chart-svg.tsx';
import { type Block, type Cell, type OfficialDocument, type Table, tableOfChart, tableOfMap } from './document.ts';
import { numbered } from './numbering.ts';
import { isLongHead } from './page-measures.ts';

/**
 * The document as a web page: the same words and numbers as `writeDocx`. It brings no frame, no script and no style of its own; the
 * classes are those of `web/shared/document.css`. Its title is the page's `h1`, or `below` so many levels under it.
 */
export function DocumentBody({ document, below = 0 }: { document: OfficialDocument; below?: 0 | 1 }) {
  const Title = below === 0 ? 'h1' : 'h2';
  const AnnexTitle = below === 0 ? 'h2' : 'h3';
  const { language, head, number, remark, title, addressee, blocks, signature, date, annexes = [] } = document;
  const attachments = document.attachments ?? annexes.map((annex) => annex.title);
  return (
    <article class="document">
      {head && <p class={isLongHead(head) ? 'document-head document-head-long' : 'document-head'}>{head}</p>}
      {(number || remark) && (
        <p class="document-number">
          {number} {remark && <strong class="document-remark">{remark}</strong>}
        </p>
      )}
      <Title class="document-title">
        {language === 'zh'
          ? title.split('\n').join('')
          : title.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={line} />, line]))}
      </Title>
      {addressee && <p class="document-addressee">{addressee}</p>}
      <Blocks blocks={blocks} language={language} below={below} />
      {attachments.length > 0 && <Attachments titles={attachments} language={language} />}
      {(signature || date) && (
        <div class="document-signature">
          {signature && <p>{signature}</p>}
          {date && <p>{writeDay(date, language)}</p>}
        </div>
      )}
      {annexes.map((annex, index) => (
        <section key={annex.title} class="document-annex">
          <p class="document-annex-label">
            {language === 'zh' ? '附件' : 'Attachment '}
            {annexes.length > 1 ? index + 1 : ''}
          </p>
          <AnnexTitle class="document-annex-title">{annex.title}</AnnexTitle>
          <Blocks blocks={annex.blocks} language={language} below={below + 1} />
        </section>
      ))}
    </article>
  );
}

/** The same as text, for pages that are not made with Preact. */
export const documentHtml = (document: OfficialDocument, below: 0 | 1 = 0): string =>
  renderToString(<DocumentBody document={document} below={below} />);

function Attachments({ titles, language }: { titles: readonly string[]; language: Language }) {
  return (
    <div class="document-attachments">
      <p>{language === 'zh' ? '附件：' : 'Attachments:'}</p>
      <ol>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ol>
    </div>
  );
}

/** `below`: how many levels deeper the headings lie than in the document itself. */
export function Blocks({ blocks, language, below = 0 }: { blocks: readonly Block[]; language: Language; below?: number }) {
  return (
    <>
      {numbered(blocks, language).map((block, index) => (
        <BlockOf key={index} block={block} below={below} language={language} />
      ))}
    </>
  );
}

function BlockOf({ block, below, language }: { block: Block; below: number; language: Language }) {
  const inUnit = (unit: string) => (unit === '' ? '' : language === 'zh' ? `（${unit}）` : ` (${unit})`);
  switch (block.is) {
    case 'heading': {
      const Heading = `h${block.level + 1 + below}` as 'h2'; // reason: level 1 to 3, below 0 to 2: h2 to h6
      return <Heading class={`document-heading-${block.level}`}>{block.text}</Heading>;
    }
    case 'paragraph':
      return <p class="document-text">{block.text}</p>;
    case 'note':
      return <p class="document-note">{block.text}</p>;
    case 'table':
      return <TableOf table={block} />;
    case 'chart':
      return (
        <figure>
          <figcaption>
            {block.title}
            {inUnit(block.unit)}
          </figcaption>
          <ChartSvg chart={block} />
          <Key series={block.series} />
          <TableOf table={tableOfChart(block)} isCaptioned />
        </figure>
      );
    case 'map':
      return (
        <figure>
          <figcaption>
            {block.title}
            {inUnit(block.unit)}
          </figcaption>
          <MapSvg map={block} />
          <TableOf table={tableOfMap(block)} isCaptioned />
        </figure>
      );
  }
}

const Key = ({ series }: { series: readonly { name: string; look: string }[] }) =>
  series.length < 2 ? null : (
    <p class="document-key" aria-hidden="true">
      {series.map(({ name, look }) => (
        <span key={name} class={`key-${look}`}>
          {name}
        </span>
      ))}
    </p>
  );

/** Scrolls in its own frame where it is wider than the page, by keyboard too. `isCaptioned`: the figure around it names it. */
function TableOf({ table: { caption, columns, rows }, isCaptioned = false }: { table: Table; isCaptioned?: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="document-table" aria-label={caption} tabIndex={0}>
      <table class={columns.length > 4 ? 'wide' : undefined}>
        {caption && !isCaptioned && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ title, align }) => (
              <th key={title} scope="col" class={align}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map(({ title, align }, at) =>
                at === 0 ? (
                  <th key={title} scope="row">
                    <CellText cell={row[at] ?? ''} />
                  </th>
                ) : (
                  <td key={title} class={align}>
                    <CellText cell={row[at] ?? ''} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const CellText = ({ cell }: { cell: Cell }) =>
  typeof cell === 'string' ? cell : <span class={`tone-${cell.tone}`}>{cell.text}</span>;
