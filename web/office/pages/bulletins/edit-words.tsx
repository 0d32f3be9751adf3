import { App, Button } from 'antd';
import { useState } from 'react';
import type { BulletinView, EditableParagraph } from '../../../../server/modules/bulletins/contract.ts';
import { change } from '../../../shared/client.ts';
import { type Say, useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';

type Tokens = BulletinView['tokens'];

/** Paragraph by paragraph: the words are the office's, the numbers stand as tokens. */
export function EditWords({ view }: { view: BulletinView }) {
  const { say } = useWords();
  const [open, setOpen] = useState<string>();
  return (
    <div className="bulletin-words">
      <p className="grey">{say('bulletin.words-lead')}</p>
      {view.paragraphs.map((paragraph) => (
        <section key={paragraph.id} className="bulletin-paragraph" aria-label={nameOf(paragraph.id, view, say)}>
          <h2>
            {nameOf(paragraph.id, view, say)} {paragraph.original && <span className="tag">{say('bulletin.changed')}</span>}
          </h2>
          {open === paragraph.id ? (
            <Editing key={view.sha256} view={view} paragraph={paragraph} onDone={() => setOpen(undefined)} />
          ) : (
            <>
              <Read text={paragraph.zh} tokens={view.tokens} language="zh" />
              <Button size="small" onClick={() => setOpen(paragraph.id)}>
                {say('bulletin.edit')}
              </Button>
            </>
          )}
        </section>
      ))}
    </div>
  );
}

function nameOf(id: string, { sections }: BulletinView, say: Say): string {
  const [, name = id, n] = /^(.*?)(?:-(\d+))?$/.exec(id) ?? [];
  if (name === 'overview' || name === 'measure') return say(`bulletin.paragraph.${name}`, { n: n ?? '' });
  if (name === 'behind' || name === 'practice') return say(`bulletin.paragraph.${name}`);
  const section = sections[name];
  return section ? `${say(section)} ${n ?? ''}`.trim() : id;
}

/** The text as it will be read, its numbers set off from the words. */
function Read({ text, tokens, language }: { text: string; tokens: Tokens; language: 'zh' | 'en' }) {
  const pieces = text.split(/(\{[a-z0-9.-]+\})/);
  let at = 0;
  return (
    <p className="bulletin-text" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      {pieces.map((piece) => {
        at += piece.length;
        const token = /^\{(.+)\}$/.exec(piece)?.[1];
        const said = token && tokens[token];
        return said ? (
          <span key={at} className="bulletin-token" title={piece}>
            {said[language]}
          </span>
        ) : (
          <span key={at}>{piece}</span>
        );
      })}
    </p>
  );
}

function Editing({ view, paragraph, onDone }: { view: BulletinView; paragraph: EditableParagraph; onDone: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [zh, setZh] = useState(paragraph.zh);
  const [en, setEn] = useState(paragraph.en);
  const save = useChange(
    (given: { zh: string; en: string }) =>
      change('PUT', `/api/bulletins/${view.id}/words`, { revision: view.revision, paragraphs: [{ id: paragraph.id, ...given }] }),
    ['/api/bulletins'],
    {
      onSuccess: () => {
        void message.success(say('bulletin.saved'));
        onDone();
      },
    },
  );
  const field = (id: string, label: string, value: string, set: (text: string) => void, lang: string) => (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        lang={lang}
        className="native bulletin-area"
        rows={5}
        maxLength={4000}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
    </div>
  );
  const { original } = paragraph;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ zh, en });
      }}
    >
      {field(`${paragraph.id}-zh`, say('bulletin.edit-zh'), zh, setZh, 'zh-CN')}
      {field(`${paragraph.id}-en`, say('bulletin.edit-en'), en, setEn, 'en')}
      <p className="grey">{say('bulletin.leave-out')}</p>
      <p className="grey">{say('text.name', { name: say('bulletin.preview') })}</p>
      <Read text={zh} tokens={view.tokens} language="zh" />
      <Read text={en} tokens={view.tokens} language="en" />
      <Problem error={save.error} />
      <div className="bulletin-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('action.save')}
        </Button>
        <Button onClick={onDone}>{say('action.cancel')}</Button>
        {original && (
          <Button
            onClick={() => {
              setZh(original.zh);
              setEn(original.en);
            }}
          >
            {say('bulletin.original')}
          </Button>
        )}
      </div>
    </form>
  );
}
