import type { Host } from '../../kernel/http/host.ts';
import type { Site } from '../../kernel/page/site.ts';
import { loadStylesheet, type Stylesheet } from '../../kernel/page/stylesheet.ts';
import { common } from './words.ts';

/** In this order: what comes later has the last word. */
export const portalStyles = [
  'portal/styles/base',
  'portal/styles/progress',
  'portal/styles/elder-and-wide',
  'portal/styles/forms',
  'portal/styles/gigs',
  'shared/document',
] as const;

let loaded: Stylesheet | undefined;

/** The portal's one stylesheet, read once. */
export function portalStylesheet(): Stylesheet {
  loaded ??= loadStylesheet(
    portalStyles.map((file) => new URL(`../../../web/${file}.css`, import.meta.url)),
    'portal',
  );
  return loaded;
}

/** What every public page shares, whichever module writes it. */
export const portalSite = (host: Pick<Host, 'publicAddress' | 'isDemo'>): Site => ({
  name: common.leye,
  stylesheet: portalStylesheet().address,
  publicAddress: host.publicAddress.replace(/\/+$/, ''),
  isDemo: host.isDemo,
  navigation: [
    { address: '/', said: common.home },
    { address: '/progress', said: common.progress },
    { address: '/me', said: common.mine },
    { address: '/help', said: common.help },
  ],
  footer: [
    { address: '/bulletins', said: common.bulletins },
    { address: '/consultations', said: common.consultations },
    { address: '/about', said: common.about },
    { address: '/accessibility', said: common.accessibility },
    { address: '/privacy', said: common.privacy },
    { address: '/office', said: common.staff },
  ],
});
