export { changeSetting, type OnSettingsChange } from "./commands/change-setting.js";
export { DISTRICT_SETTINGS } from "./setting.entity.js";
export { settingsOfUnits } from "./setting.loader.js";
export { calendarsOf, settingsOf } from "./setting.read-model.js";
export { DEFAULT_SETTINGS, type Settings } from "./settings.data.js";
