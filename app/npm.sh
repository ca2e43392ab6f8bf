#!/bin/sh
# Fetches the stylesheet, the fonts and the browser driver by the lock file and lays them where the build wants them.
# Does nothing when the lock file is the one already fetched.
set -eu
mkdir -p target/playwright && ln -sfn "$(command -v node)" target/playwright/node
cmp -s package-lock.json target/npm/fetched-lock.json && exit 0
rm -rf target/npm && mkdir -p target/npm target/classes/static/vendor target/classes/fonts target/playwright
cp package.json package-lock.json .npmrc target/npm/
(cd target/npm && npm ci --prefer-offline --ignore-scripts --silent)
from=target/npm/node_modules
cp "$from"/@digdir/designsystemet-css/dist/src/index.css target/classes/static/vendor/designsystemet.css
cp "$from"/@digdir/designsystemet-css/dist/theme/designsystemet.css target/classes/static/vendor/designsystemet-theme.css
cp "$from"/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2 target/classes/static/vendor/
cp "$from"/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2 target/classes/static/vendor/
for weight in 400Regular 600SemiBold 700Bold 400Regular_Italic; do
  cp "$from"/@expo-google-fonts/source-sans-3/"$weight"/*.ttf target/classes/fonts/
done
cp "$from"/@expo-google-fonts/source-serif-4/600SemiBold/*.ttf "$from"/@expo-google-fonts/source-serif-4/400Regular/*.ttf target/classes/fonts/
cp -r "$from"/playwright-core target/playwright/package
cp package-lock.json target/npm/fetched-lock.json
