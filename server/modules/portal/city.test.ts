import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { citiesFolder, readCity } from '../programme/module.ts';
import { readCities } from './city.ts';
import { portalStyles } from './site.ts';

const inFolder = (files: Record<string, string>, work: (folder: URL) => void) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'leye-cities-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    work(pathToFileURL(`${folder}/`));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('what the public pages say about a city', () => {
  it('names only figures, measures and areas that Tongzhou has, and tells every measure without a figure in words', async () => {
    const { programme, district } = await readCity(path.join(citiesFolder, 'tongzhou'));
    const city = readCities(pathToFileURL(citiesFolder)).get(district.code);
    const measures = programme.measures.map((measure) => measure.no);
    const figures = programme.measures.flatMap((measure) => measure.figures.map((figure) => figure.code));
    expect(city).toBeDefined();
    for (const code of [...(city?.home ?? []), ...Object.values(city?.doors ?? {}).flat()]) expect(figures).toContain(code);
    for (const matter of city?.matters ?? []) expect(measures).toContain(matter.measure);
    expect(district.areas.map((area) => area.code)).toContain(city?.gigStation?.area);
    const without = programme.measures.filter((measure) => measure.figures.length === 0).map((measure) => measure.no);
    expect(city?.told?.map((told) => told.measure)).toEqual(without);
  });

  it('may be missing: a city is more than its web page', () => {
    inFolder({ 'one/programme.yaml': 'title: x' }, (folder) => expect(readCities(folder).size).toBe(0));
    expect(readCities(new URL('file:///nowhere/at/all/')).size).toBe(0);
  });

  it('is refused at start with the file and the place in it when it is wrong', () => {
    inFolder({ 'one/portal.yaml': 'district: "110112"\nhome: [first]\n' }, (folder) =>
      expect(() => readCities(folder)).toThrow(/programme\/one\/portal\.yaml: \/home\/0 /),
    );
  });
});

describe('the stylesheet', () => {
  it.each(portalStyles.filter((file) => file !== 'shared/document'))(
    'uses nothing that an old WebView would drop: %s',
    (file) => {
      const css = readFileSync(new URL(`../../../web/${file}.css`, import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      expect(css).not.toMatch(
        /var\(|display: *(grid|flex)|[^-]gap:|@layer|@container|clamp\(|:has\(|:is\(|inset:|@import|url\(|animation|transition/,
      );
    },
  );
});
