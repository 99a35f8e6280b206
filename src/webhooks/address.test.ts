import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressFault, isOutside } from "./address.js";
import { post, signatureOf } from "./post.js";

describe("an address of a program", () => {
  it.each(["https://example.org/hooks?a=1", "https://8.8.8.8/", "https://[2606:4700::1111]:8443/x"])(
    "may be %s",
    (url) => expect(addressFault(url, false)).toBeNull(),
  );

  it.each([
    ...["", "no address", "ftp://example.org/", "javascript:alert(1)", "http://example.org/"],
    ...[
      "https://localhost/",
      "https://a.localhost/",
      "https://127.0.0.1/",
      "https://127.1/",
      "https://2130706433/",
    ],
    ...[
      "https://0x7f.0.0.1/",
      "https://10.1.2.3/",
      "https://172.31.0.1/",
      "https://192.168.0.1/",
      "https://0.0.0.0/",
    ],
    ...[
      "https://169.254.169.254/latest",
      "https://100.64.0.1/",
      "https://[::1]/",
      "https://[::]/",
      "https://[fe80::1]/",
    ],
    ...[
      "https://[fd00::1]/",
      "https://[::ffff:127.0.0.1]/",
      "https://[64:ff9b::7f00:1]/",
      "https://[2002:7f00:1::]/",
    ],
    ...["https://user:word@example.org/", "https://example.org/#x", `https://example.org/${"x".repeat(500)}`],
  ])("is not %s", (url) => expect(addressFault(url, false)).not.toBeNull());

  it("may lie on an inner network where the operator says so", () => {
    expect(addressFault("http://10.1.2.3:8080/hook", true)).toBeNull();
    expect(addressFault("file:///etc/passwd", true)).not.toBeNull();
  });

  it("is outside only where it is somebody's", () => {
    expect(["1.1.1.1", "223.255.255.1", "2400:3200::1"].filter(isOutside)).toHaveLength(3);
    expect(["224.0.0.1", "255.255.255.255", "ff02::1", "not an address"].filter(isOutside)).toEqual([]);
  });
});

describe("a post", () => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? "");
    if (request.url === "/away") response.writeHead(302, { location: "/taken" }).end();
    else if (request.url !== "/slow") response.writeHead(200).end("x".repeat(100_000));
  });
  let at: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    at = `localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const parcel = (path: string) => ({
    url: `http://${at}${path}`,
    deliveryId: "1",
    kind: "TEST",
    body: "{}",
    secret: "s",
  });
  const now = new Date("2026-01-20T01:00:00Z");

  it("goes where the operator lets it, follows no redirect, and waits for nobody for ever", async () => {
    expect(await post(parcel("/taken"), now, true)).toEqual({ status: 200 });
    expect(await post(parcel("/away"), now, true)).toEqual({ status: 302 });
    expect(await post(parcel("/slow"), now, true, 200)).toEqual({ failure: "TIMEOUT" });
    expect(seen).toEqual(["/taken", "/away", "/slow"]);
  });

  it("goes nowhere else: a name is looked up again when it is asked for", async () => {
    const before = seen.length;
    expect(await post(parcel("/taken"), now, false)).toEqual({ failure: "ADDRESS_NOT_ALLOWED" });
    // A name that passes the check of its spelling, and stands for this machine.
    const { outsideOnly } = await import("./address.js");
    const refused = await new Promise<string | undefined>((resolve) =>
      outsideOnly("localhost", {}, (error) => resolve(error?.code)),
    );
    expect([refused, seen.length]).toEqual(["ADDRESS_NOT_ALLOWED", before]);
  });

  it("is signed together with its time", () => {
    const expected = createHmac("sha256", "s").update('1768870800.{"a":1}').digest("hex");
    expect(signatureOf("s", '{"a":1}', now)).toBe(`t=1768870800,v1=${expected}`);
  });
});
