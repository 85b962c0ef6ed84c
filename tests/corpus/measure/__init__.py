"""Measures handvest's output against hand-made annotations: precision, recall and F1 of every field."""
