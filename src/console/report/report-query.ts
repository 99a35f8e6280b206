import { graphql, type ResultOf } from "../api";
import { ENTRY, SAID, STEP } from "../fragments";

/** The report as it stands, with all that its page shows beside the figures. */
export const REPORT = graphql(
  `
    query Report($unit: String!, $year: Int!, $scope: ReportScope!) {
      unit(code: $unit) {
        id
        code
        name
        shortName
        kind
        reports(scope: $scope) {
          id
          year
          status
        }
        report(year: $year, scope: $scope) {
          id
          revision
          status
          unitName
          scope
          year
          dueOn
          signedOn
          publishedAt
          submittedAt
          address
          findingsState
          format {
            code
          }
          cells {
            id
            indicator {
              code
            }
            value
            source
            ledgerValue
            difference
          }
          sections {
            key
            heading
            body
          }
          steps {
            ...Step
          }
          findings {
            ...Said
            cells {
              code
            }
            excerpt {
              section
              start
              end
              text
            }
            replacement {
              section
              start
              end
              text
            }
            steps {
              ...Step
            }
          }
          previous {
            id
            year
            format {
              code
            }
            cells {
              id
              indicator {
                code
              }
              value
            }
          }
        }
      }
    }
  `,
  [STEP, SAID],
);

export type UnitOfReport = NonNullable<ResultOf<typeof REPORT>["unit"]>;
export type Report = NonNullable<UnitOfReport["report"]>;
export type Finding = NonNullable<Report["findings"]>[number];
export type SectionKey = Report["sections"][number]["key"];

export const RECORDS = graphql(`
  query CellRecords($id: ID!) {
    node(id: $id) {
      ... on ReportCell {
        id
        records(first: 100) {
          totalCount
          nodes {
            __typename
            ... on InformationRequest {
              id
              number
              subject
              receivedOn
              unit {
                code
              }
            }
            ... on Disclosure {
              id
              title
              documentNumber
              publishedOn
              unit {
                code
              }
            }
            ... on Interpretation {
              id
              documentTitle
              publishedOn
              unit {
                code
              }
            }
            ... on Remedy {
              id
              number
              lodgedOn
              unit {
                code
              }
            }
            ... on Proposal {
              id
              number
              proposalTitle: title
              unit {
                code
              }
            }
            ... on SuppliedCount {
              id
              supplier
              from
              to
              quantity
              unit {
                code
              }
            }
          }
        }
      }
    }
  }
`);

export const REPORT_HISTORY = graphql(
  `
    query ReportHistory($id: ID!) {
      node(id: $id) {
        ... on AnnualReport {
          id
          events(last: 100) {
            nodes {
              ...Entry
            }
          }
          diff {
            from {
              number
            }
            cells {
              indicator {
                code
                label
                labelEn
              }
              before
              after
              change
            }
            sections {
              key
              heading
              sentences {
                change
                text
              }
            }
          }
        }
      }
    }
  `,
  [ENTRY],
);
