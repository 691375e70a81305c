import { present } from '../../model/present.ts';
import { text } from '../sources/values.ts';
import { fromReport } from './from-report.ts';

/** Cameras, built in or plugged in. */
export const macosCameras = fromReport('macos/cameras', 'cameras', ['SPCamera'], (parts) =>
  parts('SPCamera').map((camera) =>
    present({ designation: text(camera['_name']), model: text(camera['spcamera_model-id']) }),
  ),
);
