"""onrecord's trained model for English: a folder of files, and where it is.

``PATH`` holds ``model.onnx``, ``tokenizer.json`` and ``config.json``, which names the checksums of
the other two.
"""

from pathlib import Path

PATH = Path(__file__).parent
__version__ = "0.3.0"
