// Brings photos over a line that may break at any byte: each is shrunk on the phone, begun with its length,
// sent in small pieces, and after a break asked how much of it arrived and continued there. The form waits for
// what is still on its way. Without this script the photos go with the form.
(function () {
  'use strict';
  var PIECE = 128 << 10;
  var LONGEST_WAIT = 15000;
  if (!window.fetch || !window.Promise) { return; }

  function later(wait) {
    return new Promise(function (done) { setTimeout(done, wait); });
  }

  // What the server says of a photo that it refuses, in its own words.
  function reason(answer) {
    return answer.text().then(function (text) {
      var page = new DOMParser().parseFromString(text, 'text/html');
      var told = page.querySelector('main p');
      throw { refused: (told && told.textContent.trim()) || String(answer.status) };
    });
  }

  function ask(address, token, method, headers, body) {
    headers['form-token'] = token;
    return fetch(address, { method: method, headers: headers, body: body, credentials: 'same-origin' })
      .then(function (answer) {
        if (answer.ok || answer.status === 409) { return answer; }
        if (answer.status === 404) { throw { gone: true }; }
        if (answer.status >= 500 || answer.status === 408 || answer.status === 429) { throw { broken: true }; }
        return reason(answer);
      });
  }

  function bring(photo, field, token, told) {
    var wait = 500;
    var address = null;

    function again(error) {
      if (error && error.refused) { throw error; }
      if (error && error.gone) { address = null; }
      told(null, field.dataset.waiting);
      var pause = wait;
      wait = Math.min(LONGEST_WAIT, wait * 2);
      return later(pause).then(go);
    }

    function go() {
      if (address) {
        return ask(address, token, 'HEAD', {}).then(next).catch(again);
      }
      var headers = { 'upload-length': String(photo.size) };
      if (field.querySelector('[name=place_allowed]').checked) { headers['upload-place'] = 'kept'; }
      return ask(field.dataset.uploads, token, 'POST', headers).then(function (answer) {
        address = answer.headers.get('location');
        return send(0);
      }).catch(again);
    }

    function next(answer) {
      var picture = answer.headers.get('upload-picture');
      return picture ? picture : send(Number(answer.headers.get('upload-offset')));
    }

    function send(offset) {
      told(offset / photo.size, field.dataset.sending);
      var piece = photo.slice(offset, offset + PIECE);
      return ask(address, token, 'PATCH', { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, piece)
        .then(function (answer) { wait = 500; return next(answer); });
    }

    return go();
  }

  function enhance(field) {
    var form = field.closest('form');
    var token = form.querySelector('[name=token]').value;
    var input = field.querySelector('input[type=file]');
    var list = field.querySelector('.brought');
    var waiting = field.querySelector('.on-the-way');
    var queue = Promise.resolve();
    var open = 0;
    var isSent = false;

    function line(name) {
      var item = document.createElement('li');
      var bar = document.createElement('progress');
      var text = document.createElement('span');
      bar.max = 1;
      bar.value = 0;
      text.textContent = name;
      item.appendChild(bar);
      item.appendChild(text);
      waiting.appendChild(item);
      return function (share, words) {
        if (share !== null) { bar.value = share; }
        text.textContent = words + ' ' + name;
        return item;
      };
    }

    function arrived(picture) {
      var item = document.createElement('li');
      var image = document.createElement('img');
      var label = document.createElement('label');
      var box = document.createElement('input');
      image.src = field.dataset.photos.replace('/0-', '/' + picture + '-');
      image.alt = '';
      label.className = 'choice';
      box.type = 'checkbox';
      box.name = 'photo';
      box.value = picture;
      box.checked = true;
      label.appendChild(box);
      label.appendChild(document.createTextNode(field.dataset.wanted));
      item.appendChild(image);
      item.appendChild(label);
      list.appendChild(item);
    }

    function refused(item, told) {
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'link';
      button.textContent = field.dataset.drop;
      button.addEventListener('click', function () { item.remove(); });
      item.className = 'refused';
      item.querySelector('progress').remove();
      item.querySelector('span').textContent += ' ' + told;
      item.appendChild(button);
    }

    function take(file) {
      var told = line(file.name);
      open += 1;
      // A place that is to be kept goes only with the photo as it was taken.
      var isKept = field.querySelector('[name=place_allowed]').checked;
      var shrunk = isKept || !window.minshengShrink ? Promise.resolve(null) : window.minshengShrink(file, 1600);
      queue = queue.then(function () { return shrunk; }).then(function (smaller) {
        return bring(smaller && smaller.size < file.size ? smaller : file, field, token, told);
      }).then(function (picture) {
        told(1, '').remove();
        arrived(picture);
      }).catch(function (error) {
        refused(told(null, field.dataset.refused), (error && error.refused) || '');
      }).then(function () {
        open -= 1;
        if (open === 0 && isSent) { form.submit(); }
      });
    }

    input.addEventListener('change', function () {
      Array.prototype.forEach.call(input.files, take);
      input.value = '';
    });

    form.addEventListener('submit', function (event) {
      if (open === 0) { return; }
      event.preventDefault();
      isSent = true;
      waiting.setAttribute('data-hold', field.dataset.hold);
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll('fieldset.bring'), enhance);
})();
