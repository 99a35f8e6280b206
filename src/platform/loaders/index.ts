export { groupedBy, inOrderOf } from "./group.js";
export { Loaders, type LoaderFactory, type Read } from "./loaders.js";
