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
  const url = URL.createObjectURL(new Blob([sourceOf(svg)], { type: "image/svg+xml" }));
  keep(url, `${name}.svg`);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Twice the size of the page, so that print is sharp. A data address, for pages may not load pictures from blobs. */
export function savePng(svg: SVGSVGElement, name: string): void {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    keep(canvas.toDataURL("image/png"), `${name}.png`);
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sourceOf(svg))}`;
}

function keep(href: string, download: string): void {
  const link = document.createElement("a");
  Object.assign(link, { href, download });
  document.body.append(link);
  link.click();
  link.remove();
}
