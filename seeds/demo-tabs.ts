/** The main job as queries, in the order of the tour. A unit test holds each of them against the contract. */
export interface Tab {
  readonly query: string;
  readonly variables?: string;
}

const filingBoard: Tab = {
  query: `# 看板：2023 年谁已经报送，谁还没有
# The district's board. 登录 sign in: officer.371003
query FilingBoard {
  filingBoard(under: "371003", year: 2023) {
    coverage {
      expected
      included
      missing { shortName }
      provisional { shortName }
    }
    filings {
      unit { code shortName }
      status
      dueOn
      submittedAt
      onTime
      openErrors
      openWarnings
    }
  }
}
`,
};

const comparison: Tab = {
  query: `# 横向比较：文登区各单位三年的新收申请、公开率和行政复议纠错率
# Compare the units of a district.
# 登录 sign in: officer.371003, analyst.371003
# 公众只见已公布的 the public sees what is published
query CompareReports($input: CompareReportsInput!) {
  compareReports(input: $input) {
    columns {
      year
      indicator { code label formula }
      reported
      total
      mean
      median
      minimum
      maximum
    }
    rows {
      unit { code shortName }
      values
      numerators
      denominators
      changes
      ranks
    }
    coverage {
      year
      expected
      included
      missing { shortName }
      provisional { shortName }
      formats
      asOf
    }
  }
}
`,
  variables: `{
  "input": {
    "under": "371003",
    "years": [2021, 2022, 2023],
    "indicators": ["requests.received.total", "rates.disclosed", "rates.reviewCorrected"],
    "orderBy": { "indicator": "requests.received.total", "year": 2023 }
  }
}
`,
};

const reportAndFindings: Tab = {
  query: `# 一份报告与疑点：环山街道 2023 年的草稿，表三有一处对不上
# One report and its findings: which cell is wrong. 登录 sign in: clerk.371003003
query ReportAndFindings {
  unit(code: "371003003") {
    name
    report(year: 2023) {
      id
      status
      revision
      requests {
        received { naturalPerson enterprise total }
        carriedIn { naturalPerson enterprise total }
        granted { naturalPerson enterprise total }
        total { naturalPerson enterprise total }
        carriedOut { naturalPerson enterprise total }
      }
      findings(statuses: [OPEN]) {
        id
        severity
        rule { code title basis }
        message
        expected
        actual
        cells { code label }
      }
      sections { key heading body }
    }
  }
}
`,
};

const saveReport: Tab = {
  query: `# 保存：填报环山街道 2025 年的报告，其中故意填错一格
# Save. 登录 sign in: clerk.371003003
# 1. 执行：疑点 T3.FLOW 指出自然人一列 12 件对 11 件
#    Run it: a finding names the column that does not tie.
# 2. 把 granted 的 "9" 改为 "10"，加上 "expectedRevision"
#    （上次得到的 revision），再执行
#    Mend it, name the revision you got, run again.
mutation SaveReport($input: SaveReportInput!) {
  saveReport(input: $input) {
    report {
      id
      status
      revision
      findings(statuses: [OPEN]) {
        severity
        rule { code }
        message
        expected
        actual
      }
    }
    problems { code message path }
  }
}
`,
  variables: `{
  "input": {
    "unitCode": "371003003",
    "year": 2025,
    "cells": [
      { "code": "requests.received.naturalPerson", "value": "12" },
      { "code": "requests.carriedIn.naturalPerson", "value": "0" },
      { "code": "requests.granted.naturalPerson", "value": "9" },
      { "code": "requests.partial.naturalPerson", "value": "1" },
      { "code": "requests.denied.thirdParty.naturalPerson", "value": "1" },
      { "code": "requests.carriedOut.naturalPerson", "value": "0" }
    ]
  }
}
`,
};

const submitReport: Tab = {
  query: `# 提交：由审核人把 2025 年的报告报给区里
# 有未处理的 ERROR 或未说明的 WARNING 时不能提交，并逐条列出
# Submit. 登录 sign in: reviewer.371003003
# 1. 执行 ReportToSubmit，得到 id 和 revision
#    Run ReportToSubmit for the id and the revision.
# 2. 填进下面的变量，执行 SubmitReport
#    Put them into the variables, run SubmitReport.
mutation SubmitReport($input: SubmitReportInput!) {
  submitReport(input: $input) {
    report { status revision submittedAt }
    problems {
      code
      message
      ... on BlockedByFindings {
        findings { id severity rule { code } message }
      }
      ... on StaleRevision { currentRevision }
      ... on TransitionRefused { state legalSteps }
    }
  }
}

query ReportToSubmit {
  unit(code: "371003003") {
    report(year: 2025) {
      id
      revision
      status
      findings(statuses: [OPEN]) {
        id
        severity
        rule { code }
        message
      }
    }
  }
}
`,
  variables: `{
  "input": { "reportId": "", "expectedRevision": 1 }
}
`,
};

export const tabs: readonly Tab[] = [filingBoard, comparison, reportAndFindings, saveReport, submitReport];
