"""Prints the messages of a FIT file as JSON: its name and its fields, one message a line. Exits with an error where the file is damaged."""

import json
import sys

import fitdecode

with fitdecode.FitReader(sys.argv[1], check_crc=fitdecode.CrcCheck.RAISE, error_handling=fitdecode.ErrorHandling.RAISE) as file:
    for frame in file:
        if isinstance(frame, fitdecode.FitDataMessage):
            fields = {field.name: field.raw_value for field in frame.fields if field.raw_value is not None}
            print(json.dumps([frame.name, fields]))
