/**
 * A slider over the months of a picture. Every mark that was not active in the chosen month fades. Marks say from when to when in
 * `data-first` and `data-last`, as the number of their month among those that the slider spans. Without this script the picture shows all
 * months at once, and the small pictures beside it show them one by one.
 */

function within(mark: Element, month: number): boolean {
  const first = Number(mark.getAttribute('data-first'));
  const last = Number(mark.getAttribute('data-last'));
  return first <= month && month <= last;
}

function makeSlider(slider: HTMLInputElement): void {
  const picture = document.getElementById(slider.dataset['months'] ?? '');
  const output = document.getElementById(`${slider.id}-shown`);
  const names = (slider.dataset['names'] ?? '').split('|');
  if (picture === null || output === null) return;
  const marks = [...picture.querySelectorAll('[data-first]')];
  const show = (): void => {
    const month = Number(slider.value);
    const everything = month < 0;
    for (const mark of marks) mark.classList.toggle('past', !everything && !within(mark, month));
    const active = marks.filter((mark) => mark.hasAttribute('data-server') && (everything || within(mark, month))).length;
    output.textContent = `${names[month + 1] ?? ''} · ${active}`;
  };
  slider.closest('[hidden]')?.removeAttribute('hidden');
  slider.addEventListener('input', show);
  show();
}

document.querySelectorAll<HTMLInputElement>('input[data-months]').forEach(makeSlider);
