// The register in a real browser, from nothing to a second round: two partners answer alone and differ, one with the keyboard alone and one without script.
// Every page that is seen is looked at by axe-core, wide and narrow, light and dark; pictures of them are in FOLDER.
// node browse.mjs TOOLS FOLDER DATABASE
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { officeToken, start } from './server.mjs';

const [, , tools, folder, database] = process.argv;
const require = createRequire(pathToFileURL(path.resolve(tools, 'x.js')));
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const server = await start(database, path.join(folder, 'browse.log'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const problems = [];
const expect = (is, what) => is || problems.push(what);

// One person, one browser: cookies are their own.
async function person(link, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('console', message => message.type() === 'error' && !/status of 4/.test(message.text()) && problems.push(`${page.url().replace(/\/[lr]\/[^/]*/, '')}: ${message.text()}`));
  page.on('request', request => request.url().startsWith(server.base) || problems.push(`A page asks for ${request.url()}`));
  await page.goto(link);
  return page;
}

// Looks at the page as it is: too wide, wrong for axe, and a picture.
async function look(page, name) {
  const state = await page.context().storageState();
  for (const [kind, width, colorScheme] of [['wide', 1280, 'light'], ['narrow', 360, 'light'], ['dark', 1280, 'dark']]) {
    // axe-core is a script, which the page itself does not allow.
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, storageState: state, bypassCSP: true });
    const copy = await context.newPage();
    copy.setDefaultTimeout(60_000);
    await copy.goto(page.url());
    const over = await copy.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over <= 0, `${name}, ${kind}: ${over} px too wide`);
    await copy.screenshot({ path: path.join(folder, `${name}-${kind}.png`), fullPage: true });

    await copy.evaluate(axe);
    await copy.evaluate(() => document.querySelectorAll('details').forEach(each => { each.open = true; }));
    const found = await copy.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    problems.push(...found.violations.map(violation => `${name}, ${kind}: ${violation.id}: ${violation.nodes[0].html.slice(0, 200)}`));
    await context.close();
  }
}

// Goes with the tabulator to what a selector names, as someone does who has no mouse.
async function tabTo(page, selector) {
  for (let at = 0; at < 120; at++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(selector => document.activeElement?.matches(selector) ?? false, selector)) {
      return;
    }
  }

  throw new Error(`The keyboard never comes to ${selector} on ${page.url()}`);
}

try {
  // The office makes a collaboration without a mouse.
  const office = await person(`${server.base}/l/${officeToken(database)}`);
  await look(office, 'office-empty');
  await tabTo(office, 'a[href$="/new"]');
  await office.keyboard.press('Enter');
  await office.waitForURL(/\/new$/);
  await look(office, 'new');
  await tabTo(office, '#name');
  await office.keyboard.type('Shared control room of the north');
  await tabTo(office, '#partners');
  await office.keyboard.type('Police\nFire and Rescue');
  await tabTo(office, 'button.pri');
  await office.keyboard.press('Enter');
  await office.waitForSelector('input.link');
  await office.screenshot({ path: path.join(folder, 'made.png'), fullPage: true });
  const links = await office.$$eval('input.link', all => all.map(each => each.value));
  expect(links.length === 3, `There are ${links.length} links in place of 3.`);
  const home = (await office.getAttribute('form[action$="/close"]', 'action')).replace(/close$/, '');
  await office.goto(server.base + home);
  await look(office, 'respondents');

  // The police answer with the keyboard alone.
  const police = await person(links[1]);
  await look(police, 'question-first');
  for (let at = 0; at < 8; at++) {
    const before = await police.inputValue('form[action$="/answer"] input[name=path]');
    await tabTo(police, 'input[name=a]');
    await police.keyboard.press('Space');
    if (at === 0) {
      await tabTo(police, '#note');
      await police.keyboard.type('As the board minuted in March.');
    }

    await tabTo(police, 'button.pri');
    await police.keyboard.press('Enter');
    await police.waitForFunction(before => document.querySelector('form[action$="/answer"] input[name=path]')?.value !== before, before);
  }

  await look(police, 'question-later');
  await police.goto(police.url().replace(/(\/r\/[^/]*\/).*/, '$1answers'));
  await look(police, 'answers');
  await police.click('a[href*="change?"]');
  await look(police, 'change');
  await police.goto(police.url().replace(/(\/r\/[^/]*\/).*/, '$1about'));
  await look(police, 'about');

  // Fire answers without script, differently, to the end.
  const fire = await person(links[2], { javaScriptEnabled: false });
  let asked = 0;
  while (await fire.locator('form[action$="/answer"] input[name=path]').count() > 0) {
    asked++;
    const choices = fire.locator('fieldset input[name=a]:not([value="don\'t know"]):not([value="does not apply"])');
    if (await choices.count() > 0) {
      await choices.last().check();
      await fire.click('button[value=save]');
    } else {
      await fire.click('button[value=skip]');
    }

    await fire.waitForLoadState();
    expect(asked < 150, 'The interview without script does not end.');
    if (asked >= 150) {
      break;
    }
  }

  expect(asked > 20, `Only ${asked} questions were asked without script.`);
  await look(fire, 'end');
  await fire.click('button[value=finish]');
  await look(fire, 'finished');

  // The coordinator closes, sees the disagreement and takes the report along.
  const coordinator = await person(links[0]);
  expect((await coordinator.textContent('main')).includes('2 of 2 have begun, 1 have finished'), 'The coordinator does not see who has answered.');
  await coordinator.goto(`${server.base}${new URL(coordinator.url()).pathname}results`);
  await look(coordinator, 'results-none');
  await coordinator.goBack();
  await coordinator.fill('#day', '2026-03-01');
  await coordinator.click('form[action$="/close"] button');
  await coordinator.waitForURL(/results/);
  const results = await coordinator.textContent('main');
  expect(results.includes('Talk about these first') && results.includes('Police') && results.includes('Fire and Rescue'), 'The disagreement is not shown.');
  await look(coordinator, 'results');
  const [download] = await Promise.all([coordinator.waitForEvent('download'), coordinator.click('a[href*="report/report.xlsx"]')]);
  expect((await download.failure()) === null && fs.statSync(await download.path()).size > 5_000, 'The report was not downloaded.');
  const part = name => `${server.base}${new URL(coordinator.url()).pathname.replace(/(\/c\/[^/]*\/).*/, `$1${name}`)}`;
  for (const name of ['report/report.html', 'report/perspectives.html']) {
    await coordinator.goto(part(name));
    await look(coordinator, name.split('/')[1].replace('.html', '-file'));
  }

  await coordinator.goto(part('plan'));
  await look(coordinator, 'plan');
  const step = coordinator.locator('form[action$="/plan"]').first();
  await step.locator('[name=owner]').fill('R. Okafor');
  await step.locator('[name=due]').fill('2026-06-30');
  await step.locator('[name=state]').selectOption('Done');

  // What is typed into another step is still there when this one is saved, and can be saved then.
  const other = coordinator.locator('form[action$="/plan"]').nth(1);
  await other.locator('[name=note]').fill('Typed before the first was saved');
  await other.locator('[name=state]').selectOption('Started');
  await step.locator('button').click();
  await coordinator.waitForSelector('.told');
  expect(await step.locator('[name=owner]').inputValue() === 'R. Okafor' && await other.locator('[name=note]').inputValue() === 'Typed before the first was saved'
    && await other.locator('[name=state]').inputValue() === 'Started', 'Saving a step lost what was typed into another.');
  await other.locator('button').first().click();
  await coordinator.waitForFunction(() => document.querySelectorAll('form[action$="/plan"] [name=note]')[1].defaultValue === 'Typed before the first was saved');

  // A second round, in which the police say that it is better.
  await coordinator.goto(part(''));
  await coordinator.click('form[action$="/open"] button');
  await coordinator.waitForSelector('form[action$="/close"]');
  await police.goto(police.url().replace(/(\/r\/[^/]*\/).*/, '$1answers'));
  await police.click('a[href*="change?"]');
  await police.locator('fieldset input[name=a]:not([value="don\'t know"]):not([value="does not apply"])').last().check();
  await police.click('button.pri');
  await police.waitForFunction(() => document.body.textContent.includes('Your answer was changed'));
  await coordinator.fill('#day', '2026-09-01');
  await coordinator.click('form[action$="/close"] button');
  await coordinator.waitForURL(/results/);
  await coordinator.goto(part('plan'));
  const plan = await coordinator.textContent('main');
  const owners = await coordinator.locator('form[action$="/plan"] [name=owner]').evaluateAll(fields => fields.map(field => field.value));
  expect(owners.includes('R. Okafor'), 'The owner of the step is not there any more.');
  fs.writeFileSync(path.join(folder, 'plan-after-the-second-round.txt'), plan.replace(/\s+/g, ' '));
  await look(coordinator, 'plan-later');
  for (const name of ['partners', 'time', 'rules', 'history', 'settings', '']) {
    await coordinator.goto(part(name));
    await look(coordinator, name || 'respondents-later');
  }

  await coordinator.goto(part('rules?see=1&pack=collabrisk.partnership-guidance'));
  await look(coordinator, 'rules-preview');
  await office.goto(`${server.base}${home.split('c/')[0]}`);
  await look(office, 'office');
  for (const name of ['links', 'import', 'audit']) {
    await office.goto(`${server.base}${home.split('c/')[0]}${name}`);
    await look(office, name);
  }

  const nobody = await person(`${server.base}/l/nolink`);
  await look(nobody, 'not-a-link');
} catch (error) {
  problems.push(`${error.stack}`);
}

await browser.close();
await server.end('SIGTERM');
problems.forEach(problem => console.error(problem));
console.log(`${fs.readdirSync(folder).filter(name => name.endsWith('-wide.png')).length} pages, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
