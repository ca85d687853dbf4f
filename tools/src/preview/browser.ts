import { type Browser, chromium } from 'playwright-core';

/** Starts a headless Chromium from a path. It shows files of our own only, so that it does without its sandbox, which root cannot have. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
