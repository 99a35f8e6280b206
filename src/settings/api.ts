export { SettingResolver, UnitSettingsResolver } from "./setting.resolver.js";
