"""Listens to the voice in a sound file: listen.py FILE < phrases. Reads the phrases that it may hear as a JSON list, prints those that it hears, in order, as another."""

import json
import os
import re
import sys
import wave
from array import array

import pocketsphinx

RATE = 16_000
SILENCE = RATE * 20 // 1000
PAUSE = RATE * 700 // 1000
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
MORE = "deadlift D EH D L IH F T\nkettlebell K EH T AH L B EH L\nglute G L UW T\nbosu B OW S UW\n"
MODEL = os.path.join(os.path.dirname(pocketsphinx.__file__), "model", "en-us")


def number(n):
    return ONES[n] if n < 20 else TENS[n // 10] + (" " + ONES[n % 10] if n % 10 else "")


def words(phrase):
    spelled = re.sub(r"\d+", lambda digits: number(int(digits[0])), phrase.lower())
    return " ".join(re.findall(r"[a-z]+", spelled))


def sounds(samples):
    """Where something is heard: what no 20 ms of silence parts."""
    parts, begin, quiet = [], None, 0
    for at, sample in enumerate(samples):
        quiet = quiet + 1 if abs(sample) < 2 else 0
        if quiet == 0 and begin is None:
            begin = at
        elif begin is not None and quiet >= SILENCE:
            parts.append((begin, at - quiet + 1))
            begin = None
    return parts


def is_tone(samples):
    """A beep is one pitch: its waves are equally long."""
    rises = [at for at in range(1, len(samples)) if samples[at - 1] < 0 <= samples[at]]
    waves = sorted(after - before for before, after in zip(rises, rises[1:]))
    return len(waves) > 20 and waves[-2] - waves[1] <= 1


def utterances(samples):
    """The words in the file, cut at the silence between them; beeps are left out."""
    joined = []
    for begin, end in sounds(samples):
        if is_tone(samples[begin:end]):
            continue
        if joined and begin - joined[-1][1] < PAUSE:
            joined[-1][1] = end
        else:
            joined.append([begin, end])
    return [samples[begin:end] for begin, end in joined if end - begin > RATE // 5]


def recogniser(phrases, folder):
    known = set(" ".join(phrases).split())
    dictionary, grammar = os.path.join(folder, "words.dict"), os.path.join(folder, "phrases.gram")
    with open(os.path.join(MODEL, "cmudict-en-us.dict"), encoding="utf-8") as source, open(dictionary, "w", encoding="utf-8") as target:
        target.writelines(line for line in [*source, *MORE.splitlines(True)] if re.sub(r"\(\d\)", "", line.split()[0]) in known)
    with open(grammar, "w", encoding="utf-8") as target:
        target.write(f"#JSGF V1.0;\ngrammar phrases;\npublic <phrase> = {' | '.join(phrases)};\n")
    beams = {"beam": 1e-90, "pbeam": 1e-90, "wbeam": 1e-60}
    return pocketsphinx.Decoder(hmm=os.path.join(MODEL, "en-us"), dict=dictionary, jsgf=grammar, lw=1.0, cmn="batch", loglevel="FATAL", **beams)


def padded(samples):
    """With a fifth of a second of faint noise around and in it: the recogniser was trained on microphones."""
    seed, level = 1, 12_000 / max(1, max(abs(sample) for sample in samples))
    out = array("h")
    for sample in [*([0] * 6_400), *samples, *([0] * 6_400)]:
        seed = (seed * 1_103_515_245 + 12_345) % 2**31
        out.append(int(sample * level + (seed >> 16) % 41 - 20))
    return out.tobytes()


def main():
    phrases = {words(phrase): phrase for phrase in json.load(sys.stdin)}
    with wave.open(sys.argv[1]) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        samples = array("h", file.readframes(file.getnframes()))
    decoder = recogniser(sorted(phrases), os.path.dirname(os.path.abspath(sys.argv[1])))
    heard = []
    for utterance in utterances(samples):
        decoder.start_utt()
        decoder.process_raw(padded(utterance), full_utt=True)
        decoder.end_utt()
        best = decoder.hyp()
        heard.append(phrases.get(best.hypstr if best else "", ""))
    json.dump(heard, sys.stdout)


main()
