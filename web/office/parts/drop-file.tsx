import { Button, Progress } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useWords } from '../../shared/words/index.ts';

type Props = {
  /** `.docx,.txt` */
  readonly accept: string;
  readonly label: string;
  /** From 0 to 1 while the file is on its way; undefined when none is. */
  readonly share: number | undefined;
  readonly working: string;
  /** Part of a larger form, whose own button is the main one. */
  readonly isPart?: boolean;
  readonly onFile: (file: File) => void;
  readonly onStop: () => void;
};

/** One file, chosen or dropped; shows how far it is on its way, and can be stopped. */
export function DropFile({ accept, label, share, working, isPart = false, onFile, onStop }: Props) {
  const { say } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && share === undefined) onFile(file);
  };
  const text = share === undefined ? '' : share < 1 ? say('new.uploading', { percent: Math.floor(share * 100) }) : working;
  return (
    <section
      className={isOver ? 'drop drop-over' : 'drop'}
      aria-label={label}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {share === undefined ? (
        <>
          <span className="grey drop-words">{say('new.drop')}</span>
          <Button type={isPart ? 'default' : 'primary'} onClick={() => field.current?.click()}>
            {say('new.choose')}
          </Button>
          <input
            ref={field}
            type="file"
            className="unseen"
            aria-label={label}
            tabIndex={-1}
            accept={accept}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) onFile(file);
              event.target.value = '';
            }}
          />
        </>
      ) : (
        <div className="drop-progress" role="status">
          <p>{text}</p>
          <Progress aria-label={text} percent={Math.floor(share * 100)} showInfo={false} />
          {share < 1 && <Button onClick={onStop}>{say('new.stop')}</Button>}
        </div>
      )}
    </section>
  );
}
