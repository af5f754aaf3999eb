// Shrinks a chosen photo on the phone before it is sent, so that it goes over a slow line and the
// phone's place data stay on the phone. Whatever goes wrong, the photo is sent as it was chosen: the
// server shrinks and cleans it anyway.
(function () {
  'use strict';
  if (!window.createImageBitmap || !HTMLCanvasElement.prototype.toBlob) { return; }

  function draw(image, name, longest) {
    var scale = Math.min(1, longest / Math.max(image.width, image.height));
    var canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    var pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise(function (done) {
      canvas.toBlob(function (blob) {
        done(blob ? new File([blob], name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' }) : null);
      }, 'image/jpeg', 0.85);
    });
  }

  // An old browser that cannot turn the photo upright refuses, and the photo goes as it is.
  function shrink(file, longest) {
    return createImageBitmap(file, { imageOrientation: 'from-image' })
      .then(function (image) { return draw(image, file.name, longest); })
      .catch(function () { return null; });
  }

  // For photos.js, which sends them piece by piece.
  window.minshengShrink = shrink;

  var field = document.querySelector('input[type=file][data-shrink]');
  if (!field || !window.DataTransfer) { return; }
  var longest = Number(field.dataset.shrink);
  var form = field.form;
  var working = null;

  field.addEventListener('change', function () {
    var file = field.files && field.files[0];
    if (!file) { return; }
    working = shrink(file, longest).then(function (smaller) {
      if (smaller && smaller.size < file.size && field.files[0] === file) {
        var carrier = new DataTransfer();
        carrier.items.add(smaller);
        field.files = carrier.files;
      }
      working = null;
    });
  });

  // A form sent while the photo is still being shrunk waits for it, and is sent once.
  form.addEventListener('submit', function (event) {
    if (!working) { return; }
    event.preventDefault();
    working.then(function () { form.submit(); });
  });
})();
