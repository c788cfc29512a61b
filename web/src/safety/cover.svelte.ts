/** Without a touch for this long, the screen is covered: somebody else may be looking. */
const IDLE = 5 * 60 * 1000;

class Cover {
  shown = $state(false);
}

export const cover = new Cover();

/** Covers the screen when nobody has touched it for five minutes. Nothing is lost: one button uncovers it. */
export function watchForIdleness(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const touched = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => (cover.shown = true), IDLE);
  };
  const signs = ['pointerdown', 'keydown', 'scroll'] as const;
  for (const sign of signs) addEventListener(sign, touched, { passive: true });
  touched();
  return () => {
    clearTimeout(timer);
    for (const sign of signs) removeEventListener(sign, touched);
  };
}
