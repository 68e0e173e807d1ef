"""What must hold in the world: from the policy, the law and the docs, and never from the code."""
