import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Language, say } from '../i18n/said.ts';
import { addressWith, type Preferences } from './preferences.ts';
import type { Contact, Site, SiteLink } from './site.ts';
import { words } from './words.ts';

/** One public page. `title` and `description` are plain text in the reader's language; the body holds the page's only `h1`. */
export type PageContent = {
  readonly title: string;
  readonly description: string;
  readonly body: ComponentChildren;
};

export type PageFrame = {
  readonly site: Site;
  readonly contact: Contact;
  readonly preferences: Preferences;
  /** Without the query, or with one that the page needs to be read again. */
  readonly path: string;
  /** Error pages and the like: not for search engines. */
  readonly isHidden?: boolean;
};

/** The tag of `<html lang>` and hreflang (BCP 47). */
export const languageTag: Readonly<Record<Language, string>> = Object.freeze({ zh: 'zh-CN', en: 'en' });

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230B5A9A'/%3E%3Cpath d='M7 20q4.5-6 9 0t9 0M7 13q4.5-6 9 0t9 0' fill='none' stroke='%23fff' stroke-width='3' stroke-linecap='round'/%3E%3C/svg%3E";

/** The whole document as text. It runs without JavaScript; there is none in it. */
export function renderPage(content: PageContent, frame: PageFrame): string {
  return `<!DOCTYPE html>${renderToString(<Document content={content} frame={frame} />)}`;
}

function Document({ content, frame }: { content: PageContent; frame: PageFrame }) {
  const { site, contact, preferences } = frame;
  const { language } = preferences;
  return (
    <html lang={languageTag[language]} class={preferences.isElder ? 'elder' : undefined}>
      <Head content={content} frame={frame} />
      <body>
        <a class="skip" href="#content">
          {say(words.skip, language)}
        </a>
        {site.isDemo && (
          <aside class="demo" aria-label={say(words.demoLabel, language)}>
            <p>{say(words.demo, language)}</p>
          </aside>
        )}
        <Header frame={frame} />
        <main id="content" tabIndex={-1}>
          {content.body}
        </main>
        <footer>
          <div class="inner">
            <p class="ring">
              <span>{say(words.serviceLine, language)}</span> <Telephone number={contact.telephone} />
            </p>
            <Links links={site.footer} path={frame.path} language={language} />
          </div>
        </footer>
      </body>
    </html>
  );
}

function Head({ content, frame: { site, contact, preferences, path, isHidden } }: { content: PageContent; frame: PageFrame }) {
  const { language } = preferences;
  const address = `${site.publicAddress}${path}`;
  const title = `${content.title} · ${say(contact.districtName, language)}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{site.isDemo ? `${title}（${say(words.demoShort, language)}）` : title}</title>
      <meta name="description" content={content.description} />
      <meta name="format-detection" content="telephone=no" />
      <meta name="theme-color" content="#0B5A9A" />
      <link rel="stylesheet" href={site.stylesheet} />
      <link rel="icon" href={icon} />
      {isHidden ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={`${address}?lang=${language}`} />
          <link rel="alternate" hreflang="zh-CN" href={`${address}?lang=zh`} />
          <link rel="alternate" hreflang="en" href={`${address}?lang=en`} />
          <link rel="alternate" hreflang="x-default" href={address} />
        </>
      )}
    </head>
  );
}

function Header({ frame: { site, contact, preferences, path } }: { frame: PageFrame }) {
  const { language, isElder } = preferences;
  const other: Language = language === 'zh' ? 'en' : 'zh';
  return (
    <header>
      <div class="inner">
        <a class="brand" href="/">
          <strong>{say(site.name, language)}</strong> <span>{say(contact.districtName, language)}</span>
        </a>
        <nav class="tools" aria-label={say(words.tools, language)}>
          <a href={addressWith(path, preferences, { elder: isElder ? '0' : '1' })} rel="nofollow">
            {say(isElder ? words.elderOff : words.elderOn, language)}
          </a>
          <a href={addressWith(path, preferences, { lang: other })} lang={languageTag[other]} hreflang={languageTag[other]}>
            {other === 'en' ? 'English' : '中文'}
          </a>
        </nav>
        <nav class="pages" aria-label={say(words.navigation, language)}>
          <Links links={site.navigation} path={path} language={language} />
        </nav>
      </div>
    </header>
  );
}

function Links({ links, path, language }: { links: readonly SiteLink[]; path: string; language: Language }) {
  return (
    <ul class="links">
      {links.map(({ address, said }) => (
        <li key={address}>
          <a href={address} aria-current={address === path ? 'page' : undefined}>
            {say(said, language)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A number one can tap. */
export const Telephone = ({ number }: { number: string }) => (
  <a class="telephone" href={`tel:${number.replace(/[^\d+*#,]/g, '')}`}>
    {number}
  </a>
);
