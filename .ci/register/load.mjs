// Many respondents answer at once, as browsers do without script: a page, some thought, a form that is sent, the next page.
// node load.mjs FOLDER DATABASE PEOPLE ANSWERS THINK: people, answers of each, seconds of thought between two answers, on average.
import fs from 'node:fs';
import path from 'node:path';
import crypto from 'node:crypto';
import { fail, make, officeToken, sleep, start } from './server.mjs';

const [, , folder, database, people, answers, think] = [...process.argv.slice(0, 4), ...process.argv.slice(4).map(Number)];
const server = await start(database, path.join(folder, 'load.log'));
const token = officeToken(database);
const { tokens } = await make(server.base, token, `Load ${crypto.randomUUID()}`, people);

const [saves, pages] = [[], []];
let wrong = 0;

async function timed(list, address, options) {
  const began = performance.now();
  const answer = await fetch(address, { ...options, redirect: 'manual' });
  const text = await answer.text();
  list?.push(performance.now() - began);
  return { answer, text };
}

const field = (html, name) => html.match(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`))[1];

async function answerAll(link) {
  await sleep(Math.random() * think * 1000);
  const entered = await timed(null, `${server.base}/l/${link}`);
  const home = server.base + entered.answer.headers.get('location');
  const headers = { cookie: entered.answer.headers.get('set-cookie').split(';')[0] };
  for (let at = 0; at < answers; at++) {
    const { text } = await timed(pages, home, { headers });
    if (!text.includes('name="path"')) {
      return;
    }

    await sleep(Math.random() * think * 2000);
    const choice = text.match(/<input type="radio" name="a" value="([^"]*)"/)?.[1];
    const body = new URLSearchParams({ token: field(text, 'token'), request: field(text, 'request'), version: field(text, 'version'), round: field(text, 'round'), path: field(text, 'path'), a: choice ?? '', note: 'See the minutes of March.', do: choice ? 'save' : 'skip' });
    const saved = await timed(saves, `${home}answer`, { method: 'POST', headers, body });
    if (saved.answer.status !== 303) {
      wrong++;
    }
  }
}

const began = performance.now();
await Promise.all(tokens.map(answerAll));
const seconds = (performance.now() - began) / 1000;
const status = fs.readFileSync(`/proc/${server.pid}/status`, 'utf8');
const megabytes = name => Math.round(Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024);
await server.end('SIGTERM');

const at = (list, share) => Math.round([...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))]);
const line = `${people} people, ${think} s of thought: ${saves.length} answers in ${seconds.toFixed(0)} s, ${(saves.length / seconds).toFixed(0)} a second. A saved answer: median ${at(saves, 0.5)} ms, 95 % ${at(saves, 0.95)} ms, 99 % ${at(saves, 0.99)} ms; a page: median ${at(pages, 0.5)} ms, 99 % ${at(pages, 0.99)} ms. Memory: ${megabytes('VmRSS')} MB, at most ${megabytes('VmHWM')} MB. ${wrong} were not saved.`;
fs.appendFileSync(path.join(folder, 'load.txt'), `${line}\n`);
console.log(line);
if (wrong > 0) {
  fail('Not every answer was saved.');
}
