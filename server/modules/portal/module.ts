import type { Module } from '../../kernel/module.ts';
import type { Site } from '../../kernel/page/site.ts';
import { loadStylesheet, serveStylesheet } from '../../kernel/page/stylesheet.ts';
import { townQuery, townsQuery } from './areas.ts';
import { readCities } from './city.ts';
import { contactQuery } from './contact.ts';
import { servePages } from './routes.ts';
import { common } from './words.ts';

export { addresses } from './routes.ts';

/** The public pages: no login, no JavaScript, one small stylesheet. */
export const portal: Module = {
  name: 'portal',
  queries: [townsQuery, townQuery, contactQuery],
  routes: async (app, host) => {
    const stylesheet = loadStylesheet(
      ['../../../web/portal/portal.css', '../../../web/shared/document.css'].map((file) => new URL(file, import.meta.url)),
      'portal',
    );
    const site: Site = {
      name: common.leye,
      stylesheet: stylesheet.address,
      publicAddress: host.publicAddress.replace(/\/+$/, ''),
      isDemo: host.isDemo,
      navigation: [
        { address: '/', said: common.home },
        { address: '/progress', said: common.progress },
        { address: '/help', said: common.help },
      ],
      footer: [
        { address: '/bulletins', said: common.bulletins },
        { address: '/about', said: common.about },
        { address: '/accessibility', said: common.accessibility },
        { address: '/privacy', said: common.privacy },
        { address: '/office', said: common.staff },
      ],
    };
    serveStylesheet(app, stylesheet, 'portal');
    await servePages(app, host, site, readCities(new URL('../../../programme/', import.meta.url)));
  },
};
