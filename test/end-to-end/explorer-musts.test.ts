import { describe, it } from 'vitest';
import { musts } from './explorer/musts.ts';
import { newScene, views } from './explorer/scene.ts';

describe.each(views)('the built explorer, $language, $columns×$rows', (view) => {
  it.concurrent.each(Object.entries(musts))('%s', async (_, shown) => {
    const scene = newScene(view);
    try {
      await shown(scene);
    } finally {
      await scene.close();
    }
  });
});
