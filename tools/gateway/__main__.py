"""Serves the stand-in from the command line."""

import argparse

from tools.gateway.stand_in import StandIn


def main() -> None:
    """Serve until asked to stop."""
    parser = argparse.ArgumentParser(description="A stand-in for the payment gateway.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--hook", required=True, help="where events are delivered")
    asked = parser.parse_args()
    try:
        StandIn(asked.hook, asked.port).server.serve_forever()
    except KeyboardInterrupt:  # how the launcher stops it
        return


if __name__ == "__main__":
    main()
