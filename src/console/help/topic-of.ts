/** Parts of a report with a topic of their own; the form's is the usual one. */
const REPORT_PARTS: Readonly<Record<string, string>> = { text: "text", history: "reportHistory" };

/** The help topic of the page at an address. */
export function topicOf(address: string): string {
  const [room = "", second = "", , fourth = ""] = (address.split(/[?#]/)[0] ?? "").split("/").slice(1);
  if (room === "ledgers") return second === "requests" && fourth !== "" ? "request" : second;
  if (room === "report") return REPORT_PARTS[fourth] ?? "form";
  if (room === "district") return fourth;
  if (room === "admin") return second;
  return room === "" ? "work" : room === "dashboards" ? "questions" : room;
}
