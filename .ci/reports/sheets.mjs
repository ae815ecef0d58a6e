// Opens workbooks as two other programs do, and fills some in: node sheets.mjs TOOLS FOLDER, where TOOLS has node_modules with exceljs and xlsx (SheetJS).
// Of questionnaire.xlsx and plan.xlsx copies with answers are saved as filled-questionnaire.xlsx and filled-plan.xlsx.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , tools, folder] = process.argv;
const require = createRequire(pathToFileURL(path.resolve(tools, 'x.js')));
const ExcelJS = require('exceljs');
const SheetJS = require('xlsx');

const open = async file => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path.join(folder, file));
    return workbook;
};

const problems = [];
const files = fs.readdirSync(folder).filter(file => file.endsWith('.xlsx'));
for (const file of files) {
    const sheets = (await open(file)).worksheets;
    const others = SheetJS.readFile(path.join(folder, file));
    if (sheets.length === 0 || sheets.some(sheet => sheet.getRow(1).cellCount === 0)) problems.push(`${file}: ExcelJS sees no headings`);
    if (others.SheetNames.join() !== sheets.map(sheet => sheet.name).join()) problems.push(`${file}: SheetJS sees other sheets`);
}

// Writes values into the row in which one column has a key.
const fill = async (file, name, keyed, rows) => {
    const workbook = await open(file);
    const sheet = workbook.getWorksheet(name);
    const headings = sheet.getRow(1).values;
    sheet.eachRow(row => {
        for (const [heading, value] of Object.entries(rows[row.getCell(headings.indexOf(keyed)).value] ?? {})) row.getCell(headings.indexOf(heading)).value = value;
    });
    await workbook.xlsx.writeFile(path.join(folder, `filled-${file}`));
};

await fill('questionnaire.xlsx', 'Questions', 'Fact', { 'vision.exists': { Answer: 'no', 'Said on': new Date(Date.UTC(2026, 0, 12)) } });
await fill('plan.xlsx', 'Action plan', 'Code', { 'REGAIN-ENGAGEMENT': { Owner: 'Ann', Due: new Date(Date.UTC(2026, 2, 31)), State: 'started' } });

problems.forEach(problem => console.error(problem));
console.log(`${files.length} workbooks, ${problems.length} problems`);
process.exit(problems.length === 0 && files.length > 0 ? 0 : 1);
