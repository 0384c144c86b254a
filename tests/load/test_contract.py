"""The contract of all forms: folders of text, workbooks, and folders of workbooks."""

import pytest

from tests.load import forms
from tests.load.contract import LoaderTests, Written


class TestCommas(LoaderTests):
    @pytest.fixture
    def written(self) -> Written:
        return forms.commas


class TestSemicolons(LoaderTests):
    @pytest.fixture
    def written(self) -> Written:
        return forms.semicolons


class TestWorkbook(LoaderTests):
    @pytest.fixture
    def written(self) -> Written:
        return forms.workbook


class TestTypedWorkbook(LoaderTests):
    @pytest.fixture
    def written(self) -> Written:
        return forms.typed_workbook


class TestOpenDocument(LoaderTests):
    @pytest.fixture
    def written(self) -> Written:
        return forms.opendocument


class TestWorkbooks(LoaderTests):
    @pytest.fixture
    def written(self) -> Written:
        return forms.workbooks
