import { list, many, text, yesNo } from '../descriptor.ts';

/** Cameras of a phone. FusionInventory's and GLPI's Android agents only. */
export const cameras = many('CAMERAS', {
  topic: 'peripherals',
  label: { en: 'Cameras', fr: 'Appareils photo' },
  identity: [['designation'], ['model', 'lensFacing'], ['lensFacing']],
  columns: ['designation', 'lensFacing', 'manufacturer', 'model', 'flash'],
  fields: {
    designation: text('DESIGNATION', 'Name', 'Nom'),
    manufacturer: text('MANUFACTURER', 'Manufacturer', 'Constructeur'),
    model: text('MODEL', 'Model', 'Modèle'),
    lensFacing: text('LENSFACING', 'Facing', 'Face'),
    orientation: text('ORIENTATION', 'Orientation', 'Orientation'),
    focalLength: text('FOCALLENGTH', 'Focal length', 'Focale'),
    sensorSize: text('SENSORSIZE', 'Sensor size', 'Taille du capteur'),
    flash: yesNo('FLASHUNIT', 'Flash', 'Flash'),
    resolutions: list('RESOLUTION', ',', 'Photo resolutions', 'Définitions photo'),
    videoResolutions: list('RESOLUTIONVIDEO', ',', 'Video resolutions', 'Définitions vidéo'),
    imageFormats: list('IMAGEFORMATS', ',', 'Image formats', "Formats d'image"),
    supports: list('SUPPORTS', ',', 'Supports', 'Fonctions'),
  },
});
