"""Judges our documents with libraries that are not ours: cbor2, cryptography and zxing-cpp of Debian.

Reads one question as JSON from the standard input and answers in JSON. Nothing here is shared with the product.
"""
import base64
import io
import json
import sys
import zlib

import cbor2
import zxingcpp
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils
from PIL import Image

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-:"


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def base41(text):
    out = bytearray()
    for at in range(0, len(text), 3):
        digits = [ALPHABET.index(one) for one in text[at : at + 3]]
        value = sum(digit * 41**place for place, digit in enumerate(digits))
        out += value.to_bytes(2 if len(digits) == 3 else 1, "big")
    return bytes(out)


def verified(message, keys):
    """The claims of a COSE_Sign1 that one of the keys signed."""
    while isinstance(message, cbor2.CBORTag):
        if message.tag not in (18, 61):
            raise ValueError("tag")
        message = message.value
    guarded, _, payload, signature = message
    header = cbor2.loads(guarded)
    kid = base64.urlsafe_b64encode(header[4]).decode().rstrip("=")
    jwk = next(one for one in keys if one["kid"] == kid)
    signed = cbor2.dumps(["Signature1", guarded, b"", payload])
    if header[1] == -8 and jwk["kty"] == "OKP":
        ed25519.Ed25519PublicKey.from_public_bytes(unb64(jwk["x"])).verify(signature, signed)
    elif header[1] == -7 and jwk["kty"] == "EC":
        point = ec.EllipticCurvePublicNumbers(
            int.from_bytes(unb64(jwk["x"]), "big"), int.from_bytes(unb64(jwk["y"]), "big"), ec.SECP256R1()
        )
        r, s = (int.from_bytes(part, "big") for part in (signature[:32], signature[32:]))
        point.public_key().verify(utils.encode_dss_signature(r, s), signed, ec.ECDSA(hashes.SHA256()))
    else:
        raise ValueError("algorithm")
    return header, cbor2.loads(payload)


def credential(question):
    packed = base41(question["address"].split("/V/")[1])
    _, claims = verified(cbor2.loads(zlib.decompress(packed)), question["keys"])
    person, place = claims[169], claims[65535]["status_list"]
    face = person.get(62)
    return {
        "issuer": claims[1],
        "number": person[1],
        "name": person[4],
        "nameEn": person[19],
        "birth": person[8],
        "document": person[75],
        "extra": person[76],
        "face": len(face[0]) if face else 0,
        "faceKind": face[2] if face else None,
        "uri": place["uri"],
        "index": place["idx"],
    }


def status(question):
    header, claims = verified(cbor2.loads(unb64(question["token"])), question["keys"])
    bits = claims[65533]["bits"]
    lst = zlib.decompress(claims[65533]["lst"])
    states = []
    for place in question["places"]:
        at = place * bits
        states.append(lst[at // 8] >> (at % 8) & ((1 << bits) - 1))
    return {"type": header[16], "sub": claims[2], "life": claims[4] - claims[6], "ttl": claims[65534], "states": states}


def scan(question):
    image = Image.open(io.BytesIO(unb64(question["png"])))
    found = zxingcpp.read_barcodes(image.convert("L"))
    return {"texts": [one.text for one in found]}


asked = json.load(sys.stdin)
try:
    answer = {"credential": credential, "status": status, "scan": scan}[asked["ask"]](asked)
except InvalidSignature:
    answer = {"refused": "signature"}
except zlib.error:
    answer = {"refused": "packing"}
json.dump(answer, sys.stdout)
