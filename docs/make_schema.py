"""Write the JSON Schema of the record to docs/schema/; run by `make docs`, checked by a test."""

import json
from pathlib import Path

from onrecord.record.schema import json_schema

TARGET = Path(__file__).parent / "schema" / "record.schema.json"

if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n")
