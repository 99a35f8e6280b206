export { groupedBy, inOrderOf } from "./loaders.js";
export { Loaders, type LoaderFactory, type Read } from "./loaders.js";
