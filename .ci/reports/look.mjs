// Looks at every page of a folder in chromium: pictures to look at, and whatever axe-core, an HTML checker or the browser itself find wrong.
// node look.mjs TOOLS FOLDER, where TOOLS has node_modules with playwright-core, axe-core and html-validate.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , tools, folder] = process.argv;
const require = createRequire(pathToFileURL(path.resolve(tools, 'x.js')));
const { chromium } = require('playwright-core');
const { HtmlValidate } = require('html-validate');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const checker = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // A title is the name of a collaboration, however long; roles are repeated because rows become blocks on phones and would else be no rows.
  rules: { 'long-title': 'off', 'no-redundant-role': 'off', 'prefer-native-element': 'off', 'no-inline-style': 'error' },
});

const problems = [];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const pages = fs.readdirSync(folder).filter(name => name.endsWith('.html')).sort();
for (const name of pages) {
  const file = path.resolve(folder, name);
  const report = await checker.validateString(fs.readFileSync(file, 'utf8'));
  for (const message of report.results.flatMap(result => result.messages)) {
    problems.push(`${name}(${message.line},${message.column}): ${message.message}`);
  }

  for (const [kind, width, colorScheme] of [['wide', 1280, 'light'], ['narrow', 360, 'light'], ['dark', 1280, 'dark'], ['narrow-dark', 360, 'dark']]) {
    // As a reader has it, with its own policy: what it asks of the network or of a script is an error.
    const reader = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    reader.on('console', message => message.type() === 'error' && problems.push(`${name}, ${kind}: ${message.text()}`));
    reader.on('request', request => request.url().startsWith('file:') || problems.push(`${name}, ${kind}: it asks for ${request.url()}`));
    await reader.goto(pathToFileURL(file).href);
    const over = await reader.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) {
      problems.push(`${name}, ${kind}: ${over} px too wide`);
    }

    if (kind !== 'narrow-dark') {
      await reader.screenshot({ path: path.join(folder, name.replace('.html', `-${kind}.png`)), fullPage: true });
    }

    if (kind === 'wide') {
      await reader.pdf({ path: path.join(folder, name.replace('.html', '.pdf')), format: 'A4', printBackground: true, preferCSSPageSize: true });
    }

    await reader.close();

    // axe-core is a script, which the page itself does not allow.
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const checked = await context.newPage();
    await checked.goto(pathToFileURL(file).href);
    await checked.evaluate(axe);
    for (const open of [false, true]) {
      await checked.evaluate(open => document.querySelectorAll('details').forEach(each => { each.open = open; }), open);
      const found = await checked.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      for (const violation of found.violations) {
        problems.push(`${name}, ${kind}, ${open ? 'open' : 'closed'}: ${violation.id}: ${violation.nodes[0].html.slice(0, 160)}`);
      }
    }

    await context.close();
  }
}

await browser.close();
problems.forEach(problem => console.error(problem));
console.log(`${pages.length} pages, ${problems.length} problems`);
process.exit(problems.length === 0 && pages.length > 0 ? 0 : 1);
