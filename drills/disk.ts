import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { later } from "./leftovers.js";
import { temporaryFolder } from "./databases.js";

const MEGABYTE = 1024 * 1024;

/** A disk of its own: an ext4 in a file, behind a loop device. */
export interface Disk {
  readonly image: string;
  readonly folder: string;
}

export function makeDisk(megabytes: number, options = "noatime"): Disk {
  const image = join(temporaryFolder(), "disk.img");
  writeFileSync(image, "");
  truncateSync(image, megabytes * MEGABYTE);
  execFileSync("mkfs.ext4", ["-q", "-F", "-m", "0", image], { stdio: ["ignore", "ignore", "pipe"] });
  return mount(image, options);
}

function mount(image: string, options: string): Disk {
  const folder = `${image}.mounted`;
  mkdirSync(folder);
  execFileSync("mount", ["-o", `loop,${options}`, image, folder]);
  // Lazily: a process that was killed may still be about to let go. The loop device goes with the mount.
  later(() => execFileSync("umount", ["--lazy", folder]));
  return { image, folder };
}

/** What has reached the disk is there after a power cut; what waits in memory is not. */
export const flush = ({ folder }: Disk): void => void execFileSync("sync", ["-f", folder]);

/** What somebody finds who turns the power on again: what had reached the device by now, and nothing else. */
export function afterPowerCut({ image }: Disk): Disk {
  const copy = join(temporaryFolder(), "disk.img");
  // One that changes meanwhile would be of no one moment.
  do copyFileSync(image, copy);
  while (hashOf(image) !== hashOf(copy));
  return mount(copy, "noatime");
}

const hashOf = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Fills it up to so many free bytes; answers how to make room again. */
export function fillUp({ folder }: Disk, free: number): () => void {
  const filler = join(folder, "filler");
  const { bavail, bsize } = statfsSync(folder);
  const size = Math.max(0, bavail * bsize - free);
  for (let at = 0; at < size; at += MEGABYTE)
    writeFileSync(filler, Buffer.alloc(Math.min(MEGABYTE, size - at), 1), { flag: "a" });
  return () => rmSync(filler, { force: true });
}
