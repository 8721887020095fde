"""Drives the built server with pytest-lsp: a client that checks every message against the LSP specification."""

import os

import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

URI = "file:///desk/draft.md"
DRAFT = """# Bridge closed

Reports say the bridge over the Orle will stay closed until spring.

“We will have to take the ferry,” said Mara Lindqvist, who teaches in Osterby.
"""


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[os.environ["COPYDESK"], "serve", "--stdio"])
)
async def client(lsp_client: LanguageClient):
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=types.ClientCapabilities(
                text_document=types.TextDocumentClientCapabilities(
                    publish_diagnostics=types.PublishDiagnosticsClientCapabilities(version_support=True),
                    hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
                    code_action=types.CodeActionClientCapabilities(
                        code_action_literal_support=types.ClientCodeActionLiteralOptions(
                            code_action_kind=types.ClientCodeActionKindOptions(value_set=["quickfix"])
                        )
                    ),
                )
            )
        )
    )
    lsp_client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(uri=URI, language_id="markdown", version=1, text=DRAFT)
        )
    )
    yield
    await lsp_client.shutdown_session()


async def test_the_main_job(client: LanguageClient):
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    document = types.TextDocumentIdentifier(uri=URI)
    found = client.diagnostics[URI]
    assert [diagnostic.code for diagnostic in found] == ["hearsay-source"]

    hover = await client.text_document_hover_async(
        types.HoverParams(document, types.Position(line=4, character=40))
    )
    assert "Mara Lindqvist" in hover.contents.value

    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document, found[0].range, types.CodeActionContext(diagnostics=found))
    )
    assert len(actions) >= 2 and actions[0].edit.changes[URI]

    edit = actions[0].edit.changes[URI][0]
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=2, uri=URI),
            [types.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text)],
        )
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert "hearsay-source" not in [diagnostic.code for diagnostic in client.diagnostics[URI]]

    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert symbols[0].name == "Bridge closed"
