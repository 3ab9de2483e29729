/**
 * A slider over the steps of time of a picture. Every mark that was not there in the chosen step fades. Marks say from when to when in
 * `data-first` and `data-last`; the slider says the names of the steps and how much was active, each list divided by `|` with all steps
 * together first. Without this script the picture shows all steps at once, and the small pictures beside it show them one by one.
 */

function within(mark: Element, step: number): boolean {
  const first = Number(mark.getAttribute('data-first'));
  const last = Number(mark.getAttribute('data-last'));
  return first <= step && step <= last;
}

function makeSlider(slider: HTMLInputElement): void {
  const picture = document.getElementById(slider.dataset['picture'] ?? '');
  const output = document.getElementById(`${slider.id}-shown`);
  const texts = (slider.dataset['texts'] ?? '').split('|');
  if (picture === null || output === null) return;
  const marks = [...picture.querySelectorAll('[data-first]')];
  const show = (): void => {
    const step = Number(slider.value);
    for (const mark of marks) mark.classList.toggle('past', step >= 0 && !within(mark, step));
    output.textContent = texts[step + 1] ?? '';
  };
  slider.closest('[hidden]')?.removeAttribute('hidden');
  slider.addEventListener('input', show);
  show();
}

document.querySelectorAll<HTMLInputElement>('input[data-picture]').forEach(makeSlider);
