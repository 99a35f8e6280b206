export type { OnSettingsChange } from "./commands/change-setting.js";
export { settingsOfUnits } from "./setting.loader.js";
export { calendarsOf, settingsOf } from "./setting.read-model.js";
export type { Settings } from "./settings.data.js";
