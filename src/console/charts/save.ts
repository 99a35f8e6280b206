/** Pictures are made in the page: nothing is sent anywhere. */
const sourceOf = (svg: SVGSVGElement): string => {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  Object.entries({ width: "100%", height: "100%", fill: "#fff" }).forEach(([name, value]) =>
    ground.setAttribute(name, value),
  );
  copy.insertBefore(ground, copy.firstChild);
  return new XMLSerializer().serializeToString(copy);
};

export function saveSvg(svg: SVGSVGElement, name: string): void {
  saveBytes(new TextEncoder().encode(sourceOf(svg)), "image/svg+xml", `${name}.svg`);
}

/** `scale` 2: twice the size of the page, so that print is sharp. A data address, for pages may not load pictures from blobs. */
export function pngOf(svg: SVGSVGElement, scale = 2): Promise<string> {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image();
  return new Promise((resolve, reject) => {
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = width * scale;
      canvas.height = height * scale;
      canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
      resolve(canvas.toDataURL("image/png"));
    };
    image.onerror = () => reject(new Error("the drawing is no picture"));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sourceOf(svg))}`;
  });
}

export const savePng = async (svg: SVGSVGElement, name: string): Promise<void> =>
  keep(await pngOf(svg), `${name}.png`);

/** Hands a file to whoever looks at the page. */
export function saveBytes(bytes: Uint8Array<ArrayBuffer>, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  keep(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function keep(href: string, download: string): void {
  const link = document.createElement("a");
  Object.assign(link, { href, download });
  document.body.append(link);
  link.click();
  link.remove();
}
