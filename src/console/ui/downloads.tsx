import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../api";
import { at } from "../home";
import { t } from "../texts";
import { Button, messageOf, Notice } from "./parts";

const LINK = graphql(`
  query TableDownload($document: String!, $variables: JSON, $format: FileFormat!) {
    downloadLink(document: $document, variables: $variables, format: $format) {
      url
    }
  }
`);

/** The answer of a query as a file: the server lays it out as a table. */
export function Downloads({
  document,
  variables,
  whyNot = null,
}: {
  readonly document: string;
  readonly variables: unknown;
  readonly whyNot?: string | null;
}) {
  const client = useClient();
  const [failure, setFailure] = useState<string | null>(null);
  const get = async (format: "XLSX" | "CSV") => {
    const asked = { document, variables, format };
    const { data, error } = await client.query(LINK, asked, { requestPolicy: "network-only" }).toPromise();
    setFailure(error ? messageOf(error) : null);
    if (data) location.assign(at(data.downloadLink.url));
  };
  return (
    <>
      {(["XLSX", "CSV"] as const).map((format) => (
        <Button key={format} whyNot={whyNot} onClick={() => void get(format)}>
          {t.common.download} .{format.toLowerCase()}
        </Button>
      ))}
      {failure && <Notice kind="ERROR">{failure}</Notice>}
    </>
  );
}
