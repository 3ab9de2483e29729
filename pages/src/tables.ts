/** Lets the reader sort every table of the page by a column and filter its rows. Without this script the tables stand as written. */

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' });

/** What a cell is sorted by: its `data-value` where the shown text does not order by itself. */
function sortKey(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset['value'] ?? cell?.textContent ?? '';
}

function sort(table: HTMLTableElement, column: number, ascending: boolean): void {
  const body = table.tBodies[0];
  if (body === undefined) return;
  const direction = ascending ? 1 : -1;
  const rows = [...body.rows].sort((a, b) => direction * collator.compare(sortKey(a, column), sortKey(b, column)));
  body.append(...rows);
}

function makeSortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const ascending = head.getAttribute('aria-sort') !== 'ascending';
      heads.forEach((other) => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
      sort(table, column, ascending);
    });
  });
}

/** An input marked `data-filters="id"` hides the rows of that table which do not hold its text. */
function makeFilter(input: HTMLInputElement): void {
  const table = document.getElementById(input.dataset['filters'] ?? '');
  if (!(table instanceof HTMLTableElement)) return;
  input.hidden = false;
  input.labels?.forEach((label) => (label.hidden = false));
  input.addEventListener('input', () => {
    const wanted = input.value.toLocaleLowerCase();
    for (const row of table.tBodies[0]?.rows ?? []) {
      row.hidden = !(row.textContent ?? '').toLocaleLowerCase().includes(wanted);
    }
  });
}

document.querySelectorAll<HTMLTableElement>('table.sortable').forEach(makeSortable);
document.querySelectorAll<HTMLInputElement>('input[data-filters]').forEach(makeFilter);
