// What the console's code and its libraries use and browsers of 2020 lack. Comes before everything else;
// scripts/build-pages.mjs refuses what is newer still.
import "core-js/actual/array/at";
import "core-js/actual/array/find-last";
import "core-js/actual/object/has-own";
import "core-js/actual/string/at";
