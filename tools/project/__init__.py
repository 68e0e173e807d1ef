"""What must hold of a real project, line by line: checked, and mended where no person is needed."""
