type Weight = 400 | 500;

const contexts = new Map<Weight, CanvasRenderingContext2D>();

/** Measures text in px, as the body of the page is set: only a browser can, so do not call it on the server. */
export function textWidth(text: string, weight: Weight): number {
  let context = contexts.get(weight) ?? null;
  if (context === null) {
    context = document.createElement('canvas').getContext('2d');
    if (context === null) return 0;
    const { fontSize, fontFamily } = getComputedStyle(document.body);
    context.font = `${weight} ${fontSize} ${fontFamily}`;
    contexts.set(weight, context);
  }
  return context.measureText(text).width;
}
