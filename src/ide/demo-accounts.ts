/** The sign-ins that the demo district is seeded with; a production server has none of them. */
export const DEMO_PASSWORD = "gongkai-demo";

export const demoAccounts: readonly { readonly login: string; readonly label: string }[] = [
  { login: "clerk.371003003", label: "环山街道 填报人 clerk" },
  { login: "reviewer.371003003", label: "环山街道 审核人 reviewer" },
  { login: "head.371003003", label: "环山街道 负责人 head" },
  { login: "clerk.371003104", label: "泽库镇 填报人 clerk" },
  { login: "reviewer.371003104", label: "泽库镇 审核人 reviewer" },
  { login: "head.371003104", label: "泽库镇 负责人 head" },
  { login: "officer.371003", label: "文登区 公开办 officer" },
  { login: "deputy.371003", label: "文登区 公开办副主任 officer" },
  { login: "analyst.371003", label: "文登区 分析员 analyst" },
  { login: "case-reader.371003", label: "文登区 案件查阅 case reader" },
  { login: "admin.371003", label: "文登区 管理员 admin" },
  { login: "officer.371002", label: "环翠区 公开办 officer" },
];
