export { SettingResolver, UnitSettingsResolver } from "./setting.resolver.js";
export { changeSetting } from "./commands/change-setting.js";
export { DISTRICT_SETTINGS } from "./setting.entity.js";
export { DEFAULT_SETTINGS } from "./settings.data.js";
